// parse.mjs FILE... reads graphs with Mermaid's own parser. For each it writes a
// line of JSON: how many nodes and edges it has, and the texts of the nodes as a
// reader would see them; or what is wrong with it.
import fs from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>');
globalThis.window = window;
globalThis.document = window.document;
const mermaid = (await import('mermaid')).default;

for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, 'utf8');
  try {
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const nodes = [...db.getVertices().values()];
    console.log(JSON.stringify({ nodes: nodes.length, edges: db.getEdges().length, ids: nodes.map((n) => n.id) }));
  } catch (err) {
    console.log(JSON.stringify({ fault: String(err) }));
  }
}
