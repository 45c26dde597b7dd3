// Headings of a text stand below the page's own, links leave in the same window, pictures are not fetched.
import Renderer from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';

const components = { h1: 'h3', h2: 'h3', h3: 'h4' } as const;

export default function MarkdownRendered({ text }: { text: string }) {
  return (
    <Renderer rehypePlugins={[rehypeSanitize]} components={components} disallowedElements={['img']} unwrapDisallowed>
      {text}
    </Renderer>
  );
}
