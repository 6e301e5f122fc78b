/** Texts for when nothing else works; apart from the others, because the start of every page carries them. */
export const crash = {
  title: 'This page stopped working',
  text: 'Reload it. Drafts are kept in this browser.',
  reload: 'Reload the page',
} as const;
