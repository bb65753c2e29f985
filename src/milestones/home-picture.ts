/** The job that draws it, for the organization of the member who opened the App Home. */
export const DRAW_HOME = 'milestones.draw-home';

/** A Home that nobody opened since shows the old picture for so long. */
export const DAYS_KEPT = 7;
