/**
 * A party without an ISO 3166-1 code; `cameo` are its codes among the known groups of CAMEO (GDELT's list), separated
 * by spaces, where it has any.
 */
export interface DeclaredParty {
  readonly name: string;
  readonly cameo?: string;
}

/**
 * The United Nations and its family, other organisations of states, states without general recognition, non-state
 * actors that take part in diplomacy, and the further known groups of CAMEO but `CMN`, communists of whatever kind; a
 * line each, `<code without x->:<CAMEO codes, joined by +> <name>`. A new one is a new line; a code, once used, is
 * never given to another party. A text, since an object of them takes half as much again in every function that reads
 * parties.
 */
const lines = `
un:UNO United Nations
fao:FAO Food and Agriculture Organization
iaea:IAE International Atomic Energy Agency
icj:ICJ International Court of Justice
ilo:ILO International Labour Organization
imf:IMF International Monetary Fund
iom:IOM International Organization for Migration
ohchr:HCH UN High Commissioner for Human Rights
unhcr:HCR UN High Commissioner for Refugees
unicef:KID United Nations Children's Fund
wfp:WFP World Food Programme
who:WHO World Health Organization
worldbank:WBK World Bank
adb:ADB Asian Development Bank
afdb:AFB African Development Bank
arableague:ARL Arab League
asean:ASN Association of Southeast Asian Nations
au:OAU African Union
bimstec: Bay of Bengal Initiative (BIMSTEC)
brics: BRICS
cis:CIS Commonwealth of Independent States
coe:COE Council of Europe
commonwealth:CWN Commonwealth of Nations
d8: D-8 Organization for Economic Cooperation
ecowas:WAS Economic Community of West African States
eu:EEC European Union
g20: Group of Twenty
g7:GOS Group of Seven
g77:GSS Group of 77
gcc:GCC Gulf Cooperation Council
icc:ICC International Criminal Court
igad:IAD Intergovernmental Authority on Development
interpol:ITP Interpol
isdb:IDB Islamic Development Bank
nam:NON Non-Aligned Movement
nato:NAT North Atlantic Treaty Organization
oas:OAS Organization of American States
oic:OIC Organisation of Islamic Cooperation
opec:OPC Organization of the Petroleum Exporting Countries
osce:SCE Organization for Security and Co-operation in Europe
saarc:SAA South Asian Association for Regional Cooperation
sadc:SAD Southern African Development Community
sco: Shanghai Cooperation Organisation
wto:WTO World Trade Organization
abkhazia: Abkhazia
kosovo: Kosovo
northerncyprus: Northern Cyprus
somaliland: Somaliland
southossetia: South Ossetia
transnistria: Transnistria
hamas:HMS Hamas
hezbollah:HEZ Hezbollah
icrc:CRC+IRC International Committee of the Red Cross
plo:PLO Palestine Liberation Organization
polisario:PLS Polisario Front
taliban:TAL Taliban
aamartyrs:AAM Al-Aqsa Martyrs' Brigades
badea:ABD Arab Bank for Economic Development in Africa
acc:ACC Arab Cooperation Council
aeu:AEU Council of Arab Economic Unity
alqaeda:ALQ Al-Qaeda
amf:AMF Arab Monetary Fund
amal:AML Amal Movement
amnesty:AMN Amnesty International
amu:AMU Arab Maghreb Union
abunidal:ANO Abu Nidal Organization
oapec:APE Organization of Arab Petroleum Exporting Countries
sla:ASL South Lebanon Army
tdb:ATD Eastern and Southern African Trade and Development Bank
beac:BCA Bank of Central African States
bis:BIS Bank for International Settlements
baath:BTH Ba'ath Party
comesa:CEM Common Market for Eastern and Southern Africa
cfa:CFA CFA Franc Zone
copal:CPA Cocoa Producers' Alliance
acpc:CPC Association of Coffee Producing Countries
censad:CSS Community of Sahel-Saharan States
dflp:DFL Democratic Front for the Liberation of Palestine
ebrd:EBR European Bank for Reconstruction and Development
eccas:ECA Economic Community of Central African States
efta:EFT European Free Trade Association
ennahda:ENN Ennahda Movement
fidh:FID International Federation for Human Rights
ais:FIS Islamic Salvation Army
fln:FLN National Liberation Front of Algeria
fatah:FTA Fatah
gia:GIA Armed Islamic Group
g8:GOE Group of Eight
gspc:GSP Salafist Group for Preaching and Combat
hipc:HIP Heavily Indebted Poor Countries
hrw:HRW Human Rights Watch
iaco:IAC Inter-African Coffee Organization
iaf:IAF Islamic Action Front
crisisgroup:ICG International Crisis Group
icco:ICO International Cocoa Organization
igc:IGC International Grains Council
ihf:IHF International Helsinki Federation for Human Rights
ipu:IPU Inter-Parliamentary Union
pij:ISJ Palestinian Islamic Jihad
jurists:JUR International Commission of Jurists
kdp:KDP Kurdistan Democratic Party
israelilabor:LBA Israeli Labor Party
likud:LKD Likud
muslimbrotherhood:MBR Muslim Brotherhood
meretz:MRZ Meretz
msf:MSF Médecins Sans Frontières
msp:MSP Movement of Society for Peace
nepad:NEP New Partnership for Africa's Development
panafricanparliament:PAP Pan-African Parliament
pflp:PFL Popular Front for the Liberation of Palestine
plf:PLF Palestinian Liberation Front
mek:PMD People's Mojahedin Organization of Iran
parisclub:PRC Paris Club
redcrescent:RCR Red Crescent
rnd:RND Democratic National Rally
shas:SHA Shas
seato:SOT Southeast Asia Treaty Organization
uemoa:UEM+WAM West African Economic and Monetary Union
boad:WAD West African Development Bank
warcrimestribunals:WCT International War Crimes Tribunals
wef:WEF World Economic Forum
oxfam:XFM Oxfam
`;

/** The declared parties by their code. */
export const declaredParties: Readonly<Record<string, DeclaredParty>> = Object.fromEntries(
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, code = '', cameo = '', name = ''] = /^(\w+):(\S*) (.+)$/.exec(line) ?? [];
      return [`x-${code}`, { name, ...(cameo !== '' && { cameo: cameo.replaceAll('+', ' ') }) }];
    }),
);
