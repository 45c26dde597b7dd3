// Every entity the mapper knows. A feature adds its own here.
import { Body } from '../bodies/Body.js';
import { Membership } from '../membership/Membership.js';
import { Proposal } from '../proposals/Proposal.js';
import { ProposalStep } from '../proposals/ProposalStep.js';

export const entities = [Body, Membership, Proposal, ProposalStep];
