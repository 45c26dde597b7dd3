/** The options of a ballot, each one large target with its sample, letter and name. */
import { Swatch } from '../graphics/Key';
import { optionLook } from '../graphics/options';
import { usePatterns } from '../graphics/Patterns';
import { useOptionName } from '../graphics/tileWords';
import { useT } from '../i18n/useT';

interface Props {
  options: readonly string[];
  choice: string | null;
  name: string;
  onChoose: (choice: string) => void;
}

export function Choices({ options, choice, name, onChoose }: Props) {
  const t = useT();
  const optionName = useOptionName();
  const { fill, defs } = usePatterns();
  return (
    <fieldset className="choices">
      <legend>{t('polls.yourBallot')}</legend>
      <svg width="0" height="0" aria-hidden="true" className="defs-only">
        {defs}
      </svg>
      {options.map((option) => (
        <label key={option} className="choice">
          <input
            type="radio"
            name={name}
            value={option}
            checked={choice === option}
            onChange={() => onChoose(option)}
          />
          <span className="choice-name">{optionName(option)}</span>
          <Swatch look={optionLook(option, options).look} fill={fill} />
        </label>
      ))}
    </fieldset>
  );
}
