// Puts the two contracts beside the built client as JSON, each whole in itself: the server serves them as
// /api/v1/openapi.json and /api/v1/asyncapi.json.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundle, createConfig } from "@redocly/openapi-core";

const folder = new URL("../dist/api/v1/", import.meta.url);
await mkdir(folder, { recursive: true });
const config = await createConfig({});
for (const name of ["openapi", "asyncapi"]) {
  const ref = fileURLToPath(new URL(`../../api/${name}.yaml`, import.meta.url));
  const { bundle: whole, problems } = await bundle({ ref, config });
  if (problems.length > 0) throw new Error(`${name}.yaml: ${problems[0].message}`);
  await writeFile(new URL(`${name}.json`, folder), JSON.stringify(whole.parsed));
}
