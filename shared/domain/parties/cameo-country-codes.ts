/**
 * The country codes of CAMEO (as in GDELT's CAMEO.country.txt) that are not the party's ISO 3166-1 alpha-3 code, as
 * `code:party`. CAMEO's regions, such as `SAS` for South Asia, are no parties.
 */
export const cameoCountryCodes = 'GZS:PSE IMY:IMN MTN:MNE ROM:ROU TMP:TLS WSB:PSE';
