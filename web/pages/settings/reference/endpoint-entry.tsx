import { useWords } from '../../../app/language.tsx';
import { type Endpoint, jsonSchemaOf, type OpenApi, sketch } from './openapi.ts';
import { words } from './words.ts';

type EndpointEntryProps = { readonly endpoint: Endpoint; readonly document: OpenApi };

/** One address and method: a line, and all about it when opened. */
export const EndpointEntry = ({ endpoint: { method, path, operation }, document }: EndpointEntryProps) => {
  const w = useWords(words);
  const body = jsonSchemaOf(operation.requestBody?.content);
  return (
    <details className="border-line border-b">
      <summary className="flex cursor-default flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 hover:bg-sunk">
        <span className="w-14 shrink-0 font-mono font-semibold text-accent text-small">{method}</span>
        <code className="min-w-0 break-all font-mono text-small">{path}</code>
        <span className="w-full pl-17 text-ink-soft text-small">{operation.summary}</span>
      </summary>
      <div className="flex flex-col gap-4 pt-2 pb-5 tablet:pl-17">
        {operation.parameters && operation.parameters.length > 0 && (
          <section>
            <h3 className="mb-1 text-ink-faint text-small">{w.parameters}</h3>
            <ul>
              {operation.parameters.map((parameter) => (
                <li key={`${parameter.in} ${parameter.name}`} className="text-small">
                  <code className="font-mono">{parameter.name}</code>{' '}
                  <span className="text-ink-soft">
                    {parameter.in}, {parameter.schema ? sketch(document, parameter.schema, 1) : ''},{' '}
                    {parameter.required ? w.required : w.optional}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {body && <Shape title={w.body} text={sketch(document, body)} />}
        <section>
          <h3 className="mb-1 text-ink-faint text-small">{w.answers}</h3>
          <ul className="flex flex-col gap-2">
            {Object.entries(operation.responses ?? {}).map(([status, response]) => {
              const schema = Number(status) < 300 ? jsonSchemaOf(response.content) : undefined;
              return (
                <li key={status} className="text-small">
                  <code className="font-mono font-semibold">{status}</code> {response.description}
                  {schema && <Shape text={sketch(document, schema)} />}
                </li>
              );
            })}
          </ul>
        </section>
      </div>
    </details>
  );
};

const Shape = ({ title, text }: { readonly title?: string; readonly text: string }) => (
  <section>
    {title && <h3 className="mb-1 text-ink-faint text-small">{title}</h3>}
    <pre className="mt-1 overflow-x-auto rounded-md bg-sunk p-3 font-mono text-small">{text}</pre>
  </section>
);
