/** Which fill means which option: the sample, its letter, its name. */
import { optionLook } from './options';
import { usePatterns } from './Patterns';
import { useOptionLetter, useOptionName } from './tileWords';

export function Swatch({ look, fill }: { look: string; fill: (look: string) => string }) {
  return (
    <svg className="swatch" viewBox="0 0 24 18" aria-hidden="true">
      <rect width="24" height="18" fill={fill(look)} />
      <rect x="0.5" y="0.5" width="23" height="17" fill="none" className={`swatch-edge look-${look}`} />
    </svg>
  );
}

export function Key({ options }: { options: readonly string[] }) {
  const { fill, defs } = usePatterns();
  const optionName = useOptionName();
  const letterOf = useOptionLetter(options);
  return (
    <ul className="key">
      {options.map((option, index) => {
        const { look } = optionLook(option, options);
        return (
          <li key={option}>
            {index === 0 && (
              <svg width="0" height="0" aria-hidden="true" className="defs-only">
                {defs}
              </svg>
            )}
            <Swatch look={look} fill={fill} />
            <span aria-hidden="true">{letterOf(option)} </span>
            {optionName(option)}
          </li>
        );
      })}
    </ul>
  );
}
