/** Why something is planned, or is not: each reason with its rule. */

import type { Reason } from "../wire";

export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul class="reasons">
      {reasons.map((reason) => (
        <li key={reason.rule + reason.words}>
          {reason.words} <span class="rule">{reason.rule}</span>
        </li>
      ))}
    </ul>
  );
}
