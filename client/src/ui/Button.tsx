// A button that keeps its place and its focus while it works: busy is said, never taken away.
import type { ReactNode } from 'react';
import { useT } from '../i18n/useT';

export interface ButtonProps {
  children: ReactNode;
  onPress?: () => void;
  type?: 'button' | 'submit';
  kind?: 'primary' | 'plain' | 'ordinary';
  busy?: boolean;
  /** The form it submits, when it stands outside of it. */
  form?: string;
}

export function Button({ children, onPress, type = 'button', kind = 'ordinary', busy = false, form }: ButtonProps) {
  const t = useT();
  return (
    <button
      type={type}
      form={form}
      className={kind === 'ordinary' ? 'button' : `button ${kind}`}
      aria-disabled={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy ? t('state.working') : children}
    </button>
  );
}
