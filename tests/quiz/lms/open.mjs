// Standard input: {"items": {name: QTI 2.1 text}, "gift": [texts], "schema": path of a .dtd or .xsd, "files": {name: XML}}.
// Standard output: the items as QTI 3, the parsed GIFT, and for every file what the schema says against it.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { DtdValidator, XmlDocument, XmlDtd, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";
import { fsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";

const require = createRequire(import.meta.url);
globalThis.SaxonJS = require("saxon-js"); // the converter expects it there
const { convertQti2toQti3 } = await import("@citolab/qti-convert/qti-convert-node");
const gift = require("gift-pegjs");

function validator(path) {
  if (path.endsWith(".dtd")) return new DtdValidator(XmlDtd.fromString(readFileSync(path, "utf8")));
  xmlRegisterInputProvider(fsInputProviders); // a schema names the files it includes
  return XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(path, "utf8"), { url: path }));
}

function faults(schema, text) {
  try {
    schema.validate(XmlDocument.fromString(text));
    return [];
  } catch (error) {
    return error.details ? error.details.map((one) => one.message.trim()) : [String(error)];
  }
}

const asked = JSON.parse(readFileSync(0, "utf8"));
const items = {};
for (const [name, text] of Object.entries(asked.items ?? {})) items[name] = await convertQti2toQti3(text);
const parsed = (asked.gift ?? []).map((text) => gift.parse(text));
const told = {};
if (asked.schema) {
  const schema = validator(asked.schema);
  for (const [name, text] of Object.entries(asked.files)) told[name] = faults(schema, text);
}
process.stdout.write(JSON.stringify({ items, gift: parsed, faults: told }));
