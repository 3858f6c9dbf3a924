/** The way to what is kept, where people look for it. */

export function YourDataLink() {
  return (
    <>
      <h2>Your data</h2>
      <p>
        <a class="more" href="#/your-data">
          What is kept, take it out, back it up, delete it
        </a>
      </p>
    </>
  );
}
