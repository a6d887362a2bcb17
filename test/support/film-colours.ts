/** Each film of the stage is of one of these; so is its poster. */
export const FILM_COLOURS = ['#8fb5d8', '#d8b58f'] as const;
