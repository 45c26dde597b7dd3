// Where the web client starts: language first, so that not one wrong word is shown, then the page.
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/archivo/wdth.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { client } from './api/client';
import { App } from './app/App';
import { LanguageProvider } from './i18n/Language';
import { rememberedLanguage } from './i18n/messages';
import { beginWords } from './i18n/words';

await beginWords(rememberedLanguage());

createRoot(document.getElementById('root')!).render(
  <ApolloProvider client={client}>
    <LanguageProvider>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </LanguageProvider>
  </ApolloProvider>,
);
