// A form that is sent by its button or by Enter, and never leaves the page.
import type { ReactNode } from 'react';

export function Form({ onSend, id, children }: { onSend: () => void; id?: string; children: ReactNode }) {
  return (
    <form
      id={id}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </form>
  );
}
