/** Makes the one small script. Runs before every build; the result is not committed. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path => fileURLToPath(new URL(path, import.meta.url))

await build({
  entryPoints: [here('../enhance/main.ts')], outfile: here('../public/enhance.js'), bundle: true, minify: true,
  format: 'esm', target: 'es2020', legalComments: 'none',
})
