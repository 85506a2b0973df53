import type { ExportedWeb } from './exported-web.ts';
import { xmlText } from './xml-text.ts';

const head = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta><creator>Passaparola</creator></meta>
<graph defaultedgetype="undirected">
<attributes class="node"><attribute id="circle" title="circle" type="string"/><attribute id="strength" title="strength" type="double"/></attributes>
<attributes class="edge"><attribute id="reciprocity" title="reciprocity" type="double"/></attributes>
`;

/** GEXF 1.3 (https://gexf.net/schema.html), Gephi's own format. */
export const writeGexf = ({ people, ties }: ExportedWeb): string => {
  const nodes = people.map(
    ({ id, name, circle, strength }) =>
      `<node id="${xmlText(id)}" label="${xmlText(name)}"><attvalues>${circle === null ? '' : `<attvalue for="circle" value="${xmlText(circle)}"/>`}<attvalue for="strength" value="${strength}"/></attvalues></node>\n`,
  );
  const edges = ties.map(
    ({ a, b, strength, reciprocity }, place) =>
      `<edge id="${place}" source="${xmlText(a)}" target="${xmlText(b)}" weight="${strength}"><attvalues><attvalue for="reciprocity" value="${reciprocity}"/></attvalues></edge>\n`,
  );
  return `${head}<nodes>\n${nodes.join('')}</nodes>\n<edges>\n${edges.join('')}</edges>\n</graph>\n</gexf>\n`;
};
