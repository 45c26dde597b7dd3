/** One ranked candidate: the rank, which is also the handle to drag and to move with the arrow keys, and its buttons. */
import { useT } from '../i18n/useT';

interface Props {
  name: string;
  number: number;
  rank: number;
  of: number;
  /** Pixels by which the row stands aside while another, or itself, is dragged. */
  shift: number;
  dragged: boolean;
  canUp: boolean;
  canDown: boolean;
  canJoin: boolean;
  onGrab: (event: React.PointerEvent) => void;
  /** `from` says on what the focus was, so that it stays there. */
  onUp: (from: 'rank' | 'up') => void;
  onDown: (from: 'rank' | 'down') => void;
  onFirst: () => void;
  onLast: () => void;
  onJoin: () => void;
  onOff: () => void;
}

export function RankedRow(props: Props) {
  const t = useT();
  const { name, number, rank, of, shift, dragged, canUp, canDown, canJoin } = props;
  const keys: Record<string, () => void> = {
    ArrowUp: () => props.onUp('rank'),
    ArrowDown: () => props.onDown('rank'),
    Home: props.onFirst,
    End: props.onLast,
    Delete: props.onOff,
    Backspace: props.onOff,
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <li
      className={dragged ? 'rank-row dragged' : 'rank-row'}
      style={shift ? { transform: `translateY(${shift}px)` } : {}}
    >
      <button
        type="button"
        className="rank-handle"
        data-focus={`rank-${number}`}
        aria-label={t('ranking.handle', { name, rank, of })}
        aria-keyshortcuts="ArrowUp ArrowDown Home End Delete"
        onKeyDown={onKeyDown}
        onPointerDown={props.onGrab}
      >
        {rank}
      </button>
      <span className="rank-name">
        <span className="choice-name">{name}</span>
        {canJoin && (
          <button type="button" className="button plain join" onClick={props.onJoin}>
            {t('ranking.join')}
            <span className="visually-hidden"> ({name})</span>
          </button>
        )}
      </span>
      <Step
        sign="▲"
        label={t('ranking.up', { name })}
        focus={`up-${number}`}
        can={canUp}
        onPress={() => props.onUp('up')}
      />
      <Step
        sign="▼"
        label={t('ranking.down', { name })}
        focus={`down-${number}`}
        can={canDown}
        onPress={() => props.onDown('down')}
      />
      <Step sign="✕" label={t('ranking.off', { name })} focus={`off-${number}`} can onPress={props.onOff} />
    </li>
  );
}

interface StepProps {
  sign: string;
  label: string;
  focus: string;
  can: boolean;
  onPress: () => void;
}

/** Never disabled in the way that loses the focus: at the end it only says that it leads no further. */
function Step({ sign, label, focus, can, onPress }: StepProps) {
  return (
    <button
      type="button"
      className="rank-step"
      data-focus={focus}
      aria-label={label}
      aria-disabled={!can}
      onClick={() => can && onPress()}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
