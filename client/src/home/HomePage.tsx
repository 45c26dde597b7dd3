// The first page: for a member what is due, for anybody else the front of the paper.
import { useViewer } from '../session/useViewer';
import { faultOf } from '../api/fault';
import { PageFault } from '../ui/ErrorState';
import { PageSkeleton } from '../ui/Skeleton';
import { FrontPage } from './FrontPage';
import { MemberHome } from './MemberHome';

export default function HomePage() {
  const { viewer, known, error, refetch } = useViewer();
  if (!known) return error ? <PageFault fault={faultOf(error)} retry={refetch} /> : <PageSkeleton />;
  return viewer ? <MemberHome /> : <FrontPage />;
}
