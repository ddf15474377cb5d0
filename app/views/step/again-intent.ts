/** What a button «as last year» posts as the form's intent: this, and a question's id. */
export const againIntent = 'again:'
/** In place of a question's id: every question of the page. */
export const wholePage = '*'
