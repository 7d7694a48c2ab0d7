/**
 * A party without an ISO 3166-1 code; `cameo` is its code among the known groups of CAMEO (GDELT's list), where it has
 * one.
 */
export interface DeclaredParty {
  readonly name: string;
  readonly cameo?: string;
}

/**
 * Intergovernmental organisations, states without general recognition, and non-state actors that take part in
 * diplomacy. A new one is a new line; a code, once used, is never given to another party.
 */
export const declaredParties: Readonly<Record<string, DeclaredParty>> = {
  // The United Nations and its family
  'x-un': { name: 'United Nations', cameo: 'UNO' },
  'x-fao': { name: 'Food and Agriculture Organization', cameo: 'FAO' },
  'x-iaea': { name: 'International Atomic Energy Agency', cameo: 'IAE' },
  'x-icj': { name: 'International Court of Justice', cameo: 'ICJ' },
  'x-ilo': { name: 'International Labour Organization', cameo: 'ILO' },
  'x-imf': { name: 'International Monetary Fund', cameo: 'IMF' },
  'x-iom': { name: 'International Organization for Migration', cameo: 'IOM' },
  'x-ohchr': { name: 'UN High Commissioner for Human Rights', cameo: 'HCH' },
  'x-unhcr': { name: 'UN High Commissioner for Refugees', cameo: 'HCR' },
  'x-unicef': { name: "United Nations Children's Fund", cameo: 'KID' },
  'x-wfp': { name: 'World Food Programme', cameo: 'WFP' },
  'x-who': { name: 'World Health Organization', cameo: 'WHO' },
  'x-worldbank': { name: 'World Bank', cameo: 'WBK' },
  // Other organisations of states
  'x-adb': { name: 'Asian Development Bank', cameo: 'ADB' },
  'x-afdb': { name: 'African Development Bank', cameo: 'AFB' },
  'x-arableague': { name: 'Arab League', cameo: 'ARL' },
  'x-asean': { name: 'Association of Southeast Asian Nations', cameo: 'ASN' },
  'x-au': { name: 'African Union', cameo: 'OAU' },
  'x-bimstec': { name: 'Bay of Bengal Initiative (BIMSTEC)' },
  'x-brics': { name: 'BRICS' },
  'x-cis': { name: 'Commonwealth of Independent States', cameo: 'CIS' },
  'x-coe': { name: 'Council of Europe', cameo: 'COE' },
  'x-commonwealth': { name: 'Commonwealth of Nations', cameo: 'CWN' },
  'x-d8': { name: 'D-8 Organization for Economic Cooperation' },
  'x-ecowas': { name: 'Economic Community of West African States', cameo: 'WAS' },
  'x-eu': { name: 'European Union', cameo: 'EEC' },
  'x-g20': { name: 'Group of Twenty' },
  'x-g7': { name: 'Group of Seven', cameo: 'GOS' },
  'x-g77': { name: 'Group of 77', cameo: 'GSS' },
  'x-gcc': { name: 'Gulf Cooperation Council', cameo: 'GCC' },
  'x-icc': { name: 'International Criminal Court', cameo: 'ICC' },
  'x-igad': { name: 'Intergovernmental Authority on Development', cameo: 'IAD' },
  'x-interpol': { name: 'Interpol', cameo: 'ITP' },
  'x-isdb': { name: 'Islamic Development Bank', cameo: 'IDB' },
  'x-nam': { name: 'Non-Aligned Movement', cameo: 'NON' },
  'x-nato': { name: 'North Atlantic Treaty Organization', cameo: 'NAT' },
  'x-oas': { name: 'Organization of American States', cameo: 'OAS' },
  'x-oic': { name: 'Organisation of Islamic Cooperation', cameo: 'OIC' },
  'x-opec': { name: 'Organization of the Petroleum Exporting Countries', cameo: 'OPC' },
  'x-osce': { name: 'Organization for Security and Co-operation in Europe', cameo: 'SCE' },
  'x-saarc': { name: 'South Asian Association for Regional Cooperation', cameo: 'SAA' },
  'x-sadc': { name: 'Southern African Development Community', cameo: 'SAD' },
  'x-sco': { name: 'Shanghai Cooperation Organisation' },
  'x-wto': { name: 'World Trade Organization', cameo: 'WTO' },
  // States without general recognition
  'x-abkhazia': { name: 'Abkhazia' },
  'x-kosovo': { name: 'Kosovo' },
  'x-northerncyprus': { name: 'Northern Cyprus' },
  'x-somaliland': { name: 'Somaliland' },
  'x-southossetia': { name: 'South Ossetia' },
  'x-transnistria': { name: 'Transnistria' },
  // Non-state actors
  'x-hamas': { name: 'Hamas', cameo: 'HMS' },
  'x-hezbollah': { name: 'Hezbollah', cameo: 'HEZ' },
  'x-icrc': { name: 'International Committee of the Red Cross', cameo: 'CRC' },
  'x-plo': { name: 'Palestine Liberation Organization', cameo: 'PLO' },
  'x-polisario': { name: 'Polisario Front', cameo: 'PLS' },
  'x-taliban': { name: 'Taliban', cameo: 'TAL' },
};
