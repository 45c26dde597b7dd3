// When drawing a page fails (a chunk that did not arrive, a fault of ours), the rest of the sheet stays and says so.
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { FaultKind } from '../api/fault';
import { PageFault } from '../ui/ErrorState';

/** Browsers word it differently; all of them name the module that could not be fetched. */
const chunkMissing = /dynamically imported module|importing a module script|preload CSS/i;

const kindOf = (error: unknown): FaultKind => (chunkMissing.test(String(error)) ? 'offline' : 'fault');

class Boundary extends Component<{ children: ReactNode }, { kind: FaultKind | null }> {
  override state = { kind: null };
  static getDerivedStateFromError(error: unknown) {
    return { kind: kindOf(error) };
  }
  override render() {
    const { kind } = this.state;
    return kind === null ? (
      this.props.children
    ) : (
      <PageFault fault={{ kind, id: null }} retry={() => location.reload()} />
    );
  }
}

export function Faultline({ children }: { children: ReactNode }) {
  return <Boundary key={useLocation().pathname}>{children}</Boundary>;
}
