// A motion's text as its movers wrote it: markdown, raw HTML never. Loaded only where a text is shown.
import { lazy, Suspense } from 'react';

const Rendered = lazy(() => import('./MarkdownRendered'));

export function Markdown({ text }: { text: string }) {
  // Until then it is read as it was written, without the signs of its headings.
  const plain = text.replace(/^#+ /gm, '');
  return (
    <div className="prose">
      <Suspense fallback={<p className="plain-text">{plain}</p>}>
        <Rendered text={text} />
      </Suspense>
    </div>
  );
}
