// The map of the web client: every address and the page behind it. Each page is its own chunk; the first page comes
// with its own words, every other one waits for the whole catalogue.
import { lazy, Suspense, type ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { wholeCatalogue } from '../i18n/words';
import { PageSkeleton } from '../ui/Skeleton';
import { Faultline } from './Faultline';
import { Shell } from './Shell';

const page = (load: () => Promise<{ default: ComponentType }>) =>
  lazy(async () => {
    const [module] = await Promise.all([load(), wholeCatalogue()]);
    return module;
  });

const pages = {
  Home: lazy(() => import('../home/HomePage')),
  SignIn: page(() => import('../session/SignInPage')),
  Link: page(() => import('../session/LinkPage')),
  Account: page(() => import('../session/AccountPage')),
  Outbox: page(() => import('../session/OutboxPage')),
  Join: page(() => import('../membership/JoinPage')),
  Apply: page(() => import('../membership/ApplyPage')),
  Members: page(() => import('../membership/MembersPage')),
  Federation: page(() => import('../federation/FederationPage')),
  Body: page(() => import('../bodies/BodyPage')),
  Rules: page(() => import('../rules/RuleBookPage')),
  Decisions: page(() => import('../decisions/DecisionsPage')),
  Platform: page(() => import('../platform/PlatformPage')),
  Draft: page(() => import('../proposals/DraftProposalPage')),
  Proposal: page(() => import('../proposals/ProposalPage')),
  Ballot: page(() => import('../polls/BallotPage')),
  Result: page(() => import('../polls/ResultPage')),
  Poll: page(() => import('../polls/PollPage')),
  Tellers: page(() => import('../polls/TellerPage')),
  Election: page(() => import('../elections/ElectionPage')),
  ElectionBallot: page(() => import('../elections/ElectionBallotPage')),
  ElectionResult: page(() => import('../elections/ElectionResultPage')),
  Papers: page(() => import('../elections/PapersPage')),
  BodyElections: page(() => import('../elections/BodyElectionsPage')),
  Dues: page(() => import('../dues/DuesPage')),
  Books: page(() => import('../dues/BooksPage')),
  Remittances: page(() => import('../dues/RemittancesPage')),
  Spending: page(() => import('../dues/SpendingPage')),
  Treasurer: page(() => import('../dues/TreasurerPage')),
  Statement: page(() => import('../dues/StatementPage')),
  MemberDues: page(() => import('../dues/MemberDuesPage')),
  Receipt: page(() => import('../dues/ReceiptPage')),
  History: page(() => import('../history/HistoryPage')),
  NotFound: page(() => import('./NotFoundPage')),
};

export function App() {
  return (
    <Shell>
      <Faultline>
        <Suspense fallback={<PageSkeleton />}>
          <Routes>
            <Route path="/" element={<pages.Home />} />
            <Route path="/sign-in" element={<pages.SignIn />} />
            <Route path="/sign-in/link" element={<pages.Link />} />
            <Route path="/join" element={<pages.Join />} />
            <Route path="/join/:slug" element={<pages.Apply />} />
            <Route path="/federation" element={<pages.Federation />} />
            <Route path="/b/:slug" element={<pages.Body />} />
            <Route path="/b/:slug/members" element={<pages.Members />} />
            <Route path="/b/:slug/rules" element={<pages.Rules />} />
            <Route path="/b/:slug/decisions" element={<pages.Decisions />} />
            <Route path="/b/:slug/elections" element={<pages.BodyElections />} />
            <Route path="/b/:slug/new-motion" element={<pages.Draft />} />
            <Route path="/m/draft/:id" element={<pages.Draft />} />
            <Route path="/m/:bodySlug/:number" element={<pages.Proposal />} />
            <Route path="/poll/:id" element={<pages.Ballot />} />
            <Route path="/poll/:id/facts" element={<pages.Poll />} />
            <Route path="/poll/:id/result" element={<pages.Result />} />
            <Route path="/poll/:id/tellers" element={<pages.Tellers />} />
            <Route path="/election/:id" element={<pages.Election />} />
            <Route path="/election/:id/ballot" element={<pages.ElectionBallot />} />
            <Route path="/election/:id/result" element={<pages.ElectionResult />} />
            <Route path="/election/:id/papers" element={<pages.Papers />} />
            <Route path="/platform" element={<pages.Platform />} />
            <Route path="/platform/:version" element={<pages.Platform />} />
            <Route path="/dues" element={<pages.Dues />} />
            <Route path="/b/:slug/books" element={<pages.Books />} />
            <Route path="/b/:slug/remittances" element={<pages.Remittances />} />
            <Route path="/b/:slug/spending" element={<pages.Spending />} />
            <Route path="/b/:slug/treasurer" element={<pages.Treasurer />} />
            <Route path="/b/:slug/statement" element={<pages.Statement />} />
            <Route path="/b/:slug/dues/:membershipId" element={<pages.MemberDues />} />
            <Route path="/dues/receipt/:id" element={<pages.Receipt />} />
            <Route path="/account" element={<pages.Account />} />
            <Route path="/outbox" element={<pages.Outbox />} />
            <Route path="/history" element={<pages.History />} />
            <Route path="*" element={<pages.NotFound />} />
          </Routes>
        </Suspense>
      </Faultline>
    </Shell>
  );
}
