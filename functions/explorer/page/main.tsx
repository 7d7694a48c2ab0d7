import { render } from 'preact';
import { App } from './app.tsx';
import { followAddress } from './place.ts';
import { locale } from './text/text.ts';

const page = document.querySelector('#page');
if (page === null) throw new Error('The page has no element for its content');
document.documentElement.lang = locale;
followAddress();
page.replaceChildren();
render(<App />, page);
