/** What the page must know of the deployment. */
export interface PageSettings {
  /** The address of the WebSocket API. */
  readonly socketUrl: string;
}

/** The files that the page begins with. */
export interface Begins {
  readonly script: string;
  readonly style: string;
  readonly imports: readonly string[];
}

/** The page, before its script has run. */
export const pageText = ({ script, style, imports }: Begins, settings: PageSettings): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="chancery-settings" content="${quoted(JSON.stringify(settings))}">
<title>Chancery</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/explore/${style}">
${imports.map((name) => `<link rel="modulepreload" href="/explore/${name}">`).join('\n')}
<script type="module" src="/explore/${script}"></script>
</head>
<body>
<div id="page"><p class="starting">Chancery</p></div>
<noscript><p class="starting">This page needs JavaScript. The API is described at <a href="/docs">/docs</a>.</p></noscript>
</body>
</html>
`;

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
