// The one red button of a page; on a phone it stays at the bottom, where the thumb is.
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './Button';

export function PrimaryAction({ note, ...button }: Omit<ButtonProps, 'kind'> & { note?: ReactNode }) {
  return (
    <div className="primary-bar">
      {note && <p className="primary-note">{note}</p>}
      <Button {...button} kind="primary" />
    </div>
  );
}
