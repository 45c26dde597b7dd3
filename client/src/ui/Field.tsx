// A labelled input, with its hint above it and what is wrong with it said in words.
import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';

interface Labels {
  label: ReactNode;
  hint?: ReactNode;
  /** The refusal's sentence, when it concerns this field. */
  wrong?: string | null | undefined;
}

function Frame({ id, label, hint, wrong, children }: Labels & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

const described = (id: string, { hint, wrong }: Labels) =>
  [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined;

interface FieldProps extends Labels, InputHTMLAttributes<HTMLInputElement> {
  inputRef?: Ref<HTMLInputElement>;
}

export function Field({ label, hint, wrong, inputRef, ...input }: FieldProps) {
  const id = useId();
  const labels = { label, hint, wrong };
  return (
    <Frame id={id} {...labels}>
      <input
        id={id}
        ref={inputRef}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={described(id, labels)}
        {...input}
      />
    </Frame>
  );
}

export function TextField({ label, hint, wrong, ...input }: Labels & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  const labels = { label, hint, wrong };
  return (
    <Frame id={id} {...labels}>
      <textarea id={id} aria-invalid={wrong ? true : undefined} aria-describedby={described(id, labels)} {...input} />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  wrong,
  children,
  ...input
}: Labels & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  const labels = { label, hint, wrong };
  return (
    <Frame id={id} {...labels}>
      <select id={id} aria-invalid={wrong ? true : undefined} aria-describedby={described(id, labels)} {...input}>
        {children}
      </select>
    </Frame>
  );
}
