import type { ExportedWeb } from './exported-web.ts';
import { xmlText } from './xml-text.ts';

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="circle" for="node" attr.name="circle" attr.type="string"/>
<key id="ours" for="node" attr.name="strength" attr.type="double"/>
<key id="weight" for="edge" attr.name="weight" attr.type="double"/>
<key id="reciprocity" for="edge" attr.name="reciprocity" attr.type="double"/>
<graph edgedefault="undirected">
`;

/** GraphML (http://graphml.graphdrawing.org/specification.html), read by Gephi, yEd, igraph and networkx. */
export const writeGraphml = ({ people, ties }: ExportedWeb): string => {
  const nodes = people.map(
    ({ id, name, circle, strength }) =>
      `<node id="${xmlText(id)}"><data key="name">${xmlText(name)}</data>${circle === null ? '' : `<data key="circle">${xmlText(circle)}</data>`}<data key="ours">${strength}</data></node>\n`,
  );
  const edges = ties.map(
    ({ a, b, strength, reciprocity }) =>
      `<edge source="${xmlText(a)}" target="${xmlText(b)}"><data key="weight">${strength}</data><data key="reciprocity">${reciprocity}</data></edge>\n`,
  );
  return `${head}${nodes.join('')}${edges.join('')}</graph>\n</graphml>\n`;
};
