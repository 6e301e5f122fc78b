import { defineConfig } from '@hey-api/openapi-ts';

/** The client is made from the one contract; `scripts/generate-client.js` sets the output folder. */
export default defineConfig({
  input: '../functions/api/src/main/resources/openapi.yaml',
  output: { path: process.env.CLIENT_OUTPUT ?? 'src/services/generated', clean: true },
  plugins: [
    { name: '@hey-api/client-axios', throwOnError: true, baseUrl: '/api/v1' },
    '@hey-api/typescript',
    '@hey-api/sdk',
  ],
});
