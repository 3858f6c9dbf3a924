/** Stands where something is still on its way, or says why it can't come. */

export function Waiting({ error }: { readonly error: string }) {
  if (error)
    return (
      <p class="notice trouble" role="alert">
        {error}
      </p>
    );
  return (
    <p class="soft" role="status">
      One moment …
    </p>
  );
}
