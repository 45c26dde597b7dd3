/** The streams as drawn. The layout knows only along and across; here they are turned for a phone or for a desk. */
import type { Candidate } from './candidates';
import type { Flow, FlowLink, FlowNode, Holder } from './flow';
import { shorten, spread, textWidth } from '../labels';

interface Props {
  flow: Flow;
  candidates: readonly Candidate[];
  width: number;
  rem: number;
  /** Streams run to the right; else downwards. */
  across: boolean;
  stage: number;
  onStage: (stage: number) => void;
  fill: (look: string) => string;
  defs: React.ReactNode;
  /** What the votes that are nobody's are called. */
  nobody: string;
}

/** Where the axis of stages begins, how far apart its columns are, and where the streams lie across it. */
interface Frame {
  start: number;
  pitch: number;
  offset: number;
  node: number;
  height: number;
  across: boolean;
}

export function FlowDrawing(props: Props) {
  const { flow, width, rem, stage, onStage, candidates, fill, defs, nobody } = props;
  const frame = frameOf(props);
  const last = flow.columns - 1;
  return (
    <svg viewBox={`0 0 ${width} ${frame.height}`} aria-hidden="true" className="flow">
      {defs}
      {flow.links.map((link) => (
        <path
          key={`${link.stage} ${link.source} ${link.target}`}
          className={linkClass(link, stage, candidates)}
          d={ribbon(link, frame)}
          fill={link.moved && link.stage === stage ? fill(link.target === null ? 'unknown' : 'three') : undefined}
        />
      ))}
      {flow.nodes.map((node) => (
        <path
          key={`${node.column} ${node.holder}`}
          className={nodeClass(node.holder, candidates)}
          d={bar(node, frame)}
        />
      ))}
      {Array.from({ length: flow.columns }, (_, column) => (
        <StageTick key={column} {...{ column, frame, rem }} here={column + 1 === stage} onStage={onStage} />
      ))}
      <Labels
        nodes={flow.nodes.filter(({ column }) => column === 0)}
        end={false}
        {...{ candidates, frame, rem, width, nobody }}
      />
      <Labels
        nodes={flow.nodes.filter(({ column }) => column === last)}
        end
        {...{ candidates, frame, rem, width, nobody }}
      />
    </svg>
  );
}

function frameOf({ flow, candidates, width, rem, across, nobody }: Props): Frame {
  const gaps = Math.max(1, flow.columns - 1);
  const node = 6;
  if (!across) {
    const pitch = rem * 3.5;
    return { start: rem * 1.75, pitch, offset: rem * 1.75, node, height: rem * 3.75 + pitch * gaps + node, across };
  }
  const words = [nobody, ...candidates.map(({ shortName }) => shortName)];
  const longest = Math.max(...words.map((word) => textWidth(word, rem * 0.875)));
  const side = Math.min(longest + rem * 1.25, width * 0.24);
  const extent = Math.max(...flow.nodes.map(({ to }) => to));
  const pitch = (width - 2 * side - node) / gaps;
  return { start: side, pitch, offset: rem * 2, node, height: extent + rem * 2.5, across };
}

const isElected = (holder: Holder, candidates: readonly Candidate[]) =>
  holder !== null && candidates[holder]?.fate.kind === 'ELECTED';

function linkClass(link: FlowLink, stage: number, candidates: readonly Candidate[]): string {
  if (link.moved) return link.stage === stage ? 'flow-move here' : 'flow-move';
  return isElected(link.source, candidates) ? 'flow-stay elected' : 'flow-stay';
}

function nodeClass(holder: Holder, candidates: readonly Candidate[]): string {
  if (holder === null) return 'flow-node nobody';
  return isElected(holder, candidates) ? 'flow-node elected' : 'flow-node';
}

type Point = readonly [along: number, across: number];

/** A point of the layout as a point of the drawing. */
const at = ({ across, offset }: Frame, [along, beside]: Point) =>
  across ? `${along} ${beside + offset}` : `${beside + offset} ${along}`;

function ribbon(link: FlowLink, frame: Frame): string {
  const from = frame.start + (link.stage - 2) * frame.pitch + frame.node;
  const to = frame.start + (link.stage - 1) * frame.pitch;
  const middle = (from + to) / 2;
  const p = (along: number, beside: number) => at(frame, [along, beside]);
  const [a0, a1] = link.start;
  const [b0, b1] = link.end;
  return (
    `M${p(from, a0)}C${p(middle, a0)} ${p(middle, b0)} ${p(to, b0)}` +
    `L${p(to, b1)}C${p(middle, b1)} ${p(middle, a1)} ${p(from, a1)}Z`
  );
}

function bar({ column, from, to }: FlowNode, frame: Frame): string {
  const along = frame.start + column * frame.pitch;
  const end = Math.max(to, from + 1);
  const p = (a: number, b: number) => at(frame, [a, b]);
  return `M${p(along, from)}L${p(along + frame.node, from)}L${p(along + frame.node, end)}L${p(along, end)}Z`;
}

interface TickProps {
  column: number;
  frame: Frame;
  rem: number;
  here: boolean;
  onStage: (stage: number) => void;
}

/** The number of a stage beside its column; a finger's room around it chooses the stage. */
function StageTick({ column, frame, rem, here, onStage }: TickProps) {
  const along = frame.start + column * frame.pitch + frame.node / 2;
  const [x, y] = frame.across ? [along, rem * 1.1] : [rem * 0.5, along + rem * 0.3];
  return (
    <g className="flow-tick" onClick={() => onStage(column + 1)}>
      <rect
        className="map-reach"
        x={frame.across ? along - frame.pitch / 2 : 0}
        y={frame.across ? 0 : along - frame.pitch / 2}
        width={frame.across ? frame.pitch : rem * 1.6}
        height={frame.across ? rem * 1.7 : frame.pitch}
      />
      {here && <rect className="flow-here" x={x - rem * 0.62} y={y - rem} width={rem * 1.24} height={rem * 1.3} />}
      <text className={here ? 'letter on-ink' : 'letter'} x={x} y={y}>
        {column + 1}
      </text>
    </g>
  );
}

interface LabelProps {
  nodes: readonly FlowNode[];
  end: boolean;
  candidates: readonly Candidate[];
  frame: Frame;
  rem: number;
  width: number;
  nobody: string;
}

/** Names at both ends on a desk, letters on a phone; where they would touch, they are moved apart. */
function Labels({ nodes, end, candidates, frame, rem, width, nobody }: LabelProps) {
  const size = rem * 0.875;
  const middles = nodes.map(({ from, to }) => (from + to) / 2);
  const extent = Math.max(...nodes.map(({ to }) => to), 0);
  const pitch = frame.across ? size * 1.15 : size * 0.95;
  const places = spread(
    middles,
    Math.min(pitch, (extent + size) / Math.max(1, nodes.length)),
    -size / 2,
    extent + size / 2,
  );
  const edge = frame.start + (end ? (nodes[0]?.column ?? 0) * frame.pitch + frame.node : 0);
  const away = end ? 1 : -1;
  return nodes.map(({ holder }, index) => {
    const candidate = holder === null ? null : candidates[holder];
    const elected = isElected(holder, candidates);
    const along = edge + away * 12;
    const beside = places?.[index] ?? middles[index]!;
    const room = end ? width - along : along;
    const name = candidate?.shortName ?? nobody;
    const word = frame.across ? shorten(name, size, room - 2) : (candidate?.letter ?? '–');
    const [x, y] = frame.across
      ? [along, beside + frame.offset + size * 0.35]
      : [beside + frame.offset, along + (end ? size * 0.8 : 0)];
    return (
      <g key={holder ?? 'nobody'}>
        <path
          className="stair-leader"
          d={`M${at(frame, [edge + away, middles[index]!])}L${at(frame, [edge + away * 9, beside])}`}
        />
        <text
          className={elected ? 'strong' : undefined}
          x={x}
          y={y}
          textAnchor={frame.across ? (end ? 'start' : 'end') : 'middle'}
        >
          {word}
        </text>
      </g>
    );
  });
}
