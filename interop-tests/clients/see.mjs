/*
 * node clients/see.mjs VERSION URL KEY...: opens each key with one frontend release and prints one JSON line
 * `{key: {section: facts}}`. A section that fails gives `{"$error": message}`.
 */
import { bounded } from "./bounded.mjs";
import { startInNode } from "./node.mjs";
import { sectionsOf } from "./observe.mjs";
import { plain } from "./plain.mjs";

const [version, url, ...keys] = process.argv.slice(2);
const session = await startInNode(version, { url });
const seen = {};
for (const key of keys) {
  const imodel = await bounded(session.openByKey(key), `open ${key}`);
  seen[key] = {};
  for (const [name, look] of Object.entries(sectionsOf(session.generation)))
    seen[key][name] = await bounded(look(session, imodel), `${name} of ${key}`).catch((error) => ({
      $error: plain({ message: error.message, number: error.errorNumber, stack: process.env.STACK && error.stack }),
    }));
}
process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
