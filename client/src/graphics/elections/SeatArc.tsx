/**
 * Seats in a half round: one for each who was elected, in the order in which they were, and those left empty. Who sits
 * there stands in words beside it.
 */
import { useWidth } from '../useWidth';
import { laySeats } from './arc';
import './elections.css';

interface Props {
  /** The letter that stands on a seat; null where nobody was elected to it. */
  seats: readonly (string | null)[];
  label: string;
}

/** A hall any wider would leave the page with nothing else to look at. */
const widest = 26;
/** The least half width of a seat that has room for a letter, in letters' own size. */
const readable = 0.6;

export function SeatArc({ seats, label }: Props) {
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const hall = width > 0 && seats.length > 0 ? laySeats(seats.length, Math.min(width, widest * rem)) : null;
  return (
    <figure className="graphic seat-arc" ref={ref}>
      {hall && (
        <svg viewBox={`0 0 ${hall.width} ${hall.height}`} style={{ maxInlineSize: hall.width }} aria-hidden="true">
          {hall.places.map(({ x, y }, index) => (
            <g key={index}>
              <circle className={seats[index] ? 'seat' : 'seat empty'} cx={x} cy={y} r={hall.radius * 0.94} />
              {hall.radius >= readable * rem && (
                <text className="letter on-ink" x={x} y={y + rem * 0.31}>
                  {seats[index]}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
      <figcaption className="visually-hidden">{label}</figcaption>
    </figure>
  );
}
