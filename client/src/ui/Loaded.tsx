// What a read can be: on its way, failed, not there, or here. Data once shown stays while it is read again.
import type { ReactNode } from 'react';
import { faultOf } from '../api/fault';
import { ErrorState, PageFault } from './ErrorState';
import { NotFound } from './NotFound';
import { PageSkeleton, Skeleton } from './Skeleton';

interface Read<Data> {
  data?: Data | undefined;
  error?: unknown;
  refetch: () => unknown;
}

interface Props<Data, Thing> {
  read: Read<Data>;
  /** The thing the page is about; null means there is no such thing for this reader. */
  pick: (data: Data) => Thing | null | undefined;
  children: (thing: Thing) => ReactNode;
  /** A part of a page rather than a whole one: smaller skeleton, no title of its own. */
  part?: boolean;
}

export function Loaded<Data, Thing>({ read, pick, children, part = false }: Props<Data, Thing>) {
  if (read.data !== undefined) {
    const thing = pick(read.data as Data);
    if (thing !== null && thing !== undefined) return <>{children(thing)}</>;
    if (!read.error) return part ? null : <NotFound />;
  }
  if (!read.error) return part ? <Skeleton /> : <PageSkeleton />;
  const fault = faultOf(read.error);
  const retry = () => void read.refetch();
  if (part) return <ErrorState fault={fault} retry={retry} />;
  return fault.kind === 'notFound' ? <NotFound /> : <PageFault fault={fault} retry={retry} />;
}
