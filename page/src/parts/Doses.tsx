/** How much of an exercise at each level, and in the article itself. */

import type { ExerciseDetail } from "../wire";

export function Doses({ exercise }: { readonly exercise: ExerciseDetail }) {
  const { levels, article_dose } = exercise;
  return (
    <table>
      <caption class="visually-hidden">How much at each level</caption>
      <thead>
        <tr>
          <th scope="col">Level</th>
          <th scope="col">Dose</th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => (
          <tr key={level.name}>
            <th scope="row">{level.title}</th>
            <td>
              {level.instead ? (
                <a href={`#/exercises/${level.instead}`}>Another exercise instead</a>
              ) : (
                level.in_words.map((line) => (
                  <span key={line} class="line">
                    {line}
                  </span>
                ))
              )}
              {level.note && <span class="line soft">{level.note}</span>}
            </td>
          </tr>
        ))}
        {article_dose && (
          <tr>
            <th scope="row">The article says</th>
            <td>{article_dose.words}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
