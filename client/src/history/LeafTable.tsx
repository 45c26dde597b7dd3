// The entries as they stand in the record: number, instant, kind, and the whole entry on demand.
import type { HistoryPageQuery } from '../generated/history/history';
import { useT } from '../i18n/useT';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';

type Leaf = HistoryPageQuery['history']['edges'][number]['node'];

function indented(data: string): string {
  try {
    return JSON.stringify(JSON.parse(data), null, 2);
  } catch {
    return data;
  }
}

/** A deed's entry is told by the deed; any other by its kind. */
function useLeafWords(): (leaf: Leaf) => string {
  const code = useCode();
  return ({ type, data }) => {
    const name = type === 'deed' ? /"name":"(\w+)"/.exec(data)?.[1] : undefined;
    return name ? code('deedDone', name) : code('leaf', type);
  };
}

export function LeafTable({ leaves }: { leaves: readonly Leaf[] }) {
  const t = useT();
  const words = useLeafWords();
  return (
    <ol className="leaves">
      {leaves.map((leaf) => (
        <li key={leaf.seq}>
          <span className="leaf-seq">{leaf.seq}</span>
          <details>
            <summary>
              <span className="leaf-type">{words(leaf)}</span>
              <span className="leaf-at">
                <When at={leaf.at} withTime />
              </span>
            </summary>
            <p className="small quiet">
              {t('history.hash')} <code>{leaf.hash}</code>
            </p>
            <pre className="note">{indented(leaf.data)}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
