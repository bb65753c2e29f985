/** A button's value, or the value of the option or person chosen; empty when there is none. */
export function chosenIn(action: object): string {
  const given = action as {
    value?: string;
    selected_option?: { value?: string } | null;
    selected_user?: string | null;
  };
  return given.value ?? given.selected_option?.value ?? given.selected_user ?? '';
}
