// Whether a query asks for one field of what is being resolved, so that a costly one is computed only then.
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** A field left out by a directive still counts as asked for: it costs time then, never an answer. */
export function asksFor(info: GraphQLResolveInfo, field: string): boolean {
  const within = (selections: SelectionSetNode | undefined): boolean =>
    selections?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === field;
      return within(
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : info.fragments[selection.name.value]?.selectionSet,
      );
    }) ?? false;
  return info.fieldNodes.some((node) => within(node.selectionSet));
}
