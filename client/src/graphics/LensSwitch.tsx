/** Which lens the staircase is seen through: three large words, one of them chosen. */
import { useId } from 'react';
import { useT } from '../i18n/useT';
import type { LensName } from './counts';

interface Props {
  lenses: readonly LensName[];
  lens: LensName;
  onChange: (lens: LensName) => void;
}

export function LensSwitch({ lenses, lens, onChange }: Props) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className="lens-switch">
      <legend className="visually-hidden">{t('result.lensChoice')}</legend>
      {lenses.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === lens} onChange={() => onChange(each)} />
          <span>{t(`result.lens.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
