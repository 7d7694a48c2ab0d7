import type { JSX } from 'preact';
import { Missing } from '../parts/missing.tsx';
import { t } from '../text/text.ts';

export const NotFound = (): JSX.Element => <Missing isPage title={t.state.notFound} hint={t.state.notFoundHint} />;
