// Standard input: {"items": {name: QTI 2.1 text}, "gift": [texts]}. Standard output: the items as QTI 3 and the parsed GIFT.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
globalThis.SaxonJS = require("saxon-js"); // the converter expects it there
const { convertQti2toQti3 } = await import("@citolab/qti-convert/qti-convert-node");
const gift = require("gift-pegjs");

const asked = JSON.parse(readFileSync(0, "utf8"));
const items = {};
for (const [name, text] of Object.entries(asked.items ?? {})) items[name] = await convertQti2toQti3(text);
const parsed = (asked.gift ?? []).map((text) => gift.parse(text));
process.stdout.write(JSON.stringify({ items, gift: parsed }));
