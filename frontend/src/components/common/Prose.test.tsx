import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Prose } from './Prose';

it('names the site of a link instead of leading there', () => {
  render(
    <Prose text="See [the list](https://example.com/a_(b)#c), [x] (y) and `[z](https://example.com)`." />,
  );
  expect(screen.getByText(/^See/)).toHaveTextContent(
    'See the list (example.com), [x] (y) and [z](https://example.com).',
  );
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
