// Whether a query asks for a field of what is being resolved, or of what that leads to, so that a costly one is
// computed only then.
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** A field left out by a directive still counts as asked for: it costs time then, never an answer. */
export function asksFor(info: GraphQLResolveInfo, ...path: [string, ...string[]]): boolean {
  const within = (selections: SelectionSetNode | undefined, [field, ...rest]: string[]): boolean =>
    selections?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD)
        return selection.name.value === field && (rest.length === 0 || within(selection.selectionSet, rest));
      return within(
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : info.fragments[selection.name.value]?.selectionSet,
        [field!, ...rest],
      );
    }) ?? false;
  return info.fieldNodes.some((node) => within(node.selectionSet, path));
}
