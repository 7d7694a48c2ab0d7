/** The page that renders the OpenAPI document with Swagger UI, from this API's own files. */
export const referencePage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Chancery: API reference</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="reference"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

/** The script of the page: it puts the examples, which are a document of their own, to their operations. */
export const startScript = `const read = async (path) => (await fetch(path)).json();
Promise.all([read('/openapi.json'), read('/openapi-examples.json')]).then(([spec, examples]) => {
  for (const [route, shown] of Object.entries(examples)) {
    const [method, path] = route.split(' ');
    const { requestBody, responses } = spec.paths[path][method.toLowerCase()];
    const success = Object.entries(responses).find(([status]) => status.startsWith('2'))[1];
    for (const [type, example] of Object.entries(shown)) {
      const content = type === 'requestBody' ? requestBody.content['application/json'] : success.content[type];
      content.example = example;
    }
  }
  SwaggerUIBundle({ spec, dom_id: '#reference', deepLinking: true, persistAuthorization: true });
});
`;
