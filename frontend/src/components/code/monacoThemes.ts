import type { editor } from 'monaco-editor';

type Palette = Record<'text' | 'comment' | 'keyword' | 'string' | 'number' | 'type' | 'tag', string>;

const common = {
  'editor.lineHighlightBackground': '#00000000',
  'editor.lineHighlightBorder': '#00000000',
  'editorOverviewRuler.border': '#00000000',
};

/** Brackets are text: colours say what a token is, not how deep it lies. */
function brackets(color: string): Record<string, string> {
  const depths = [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, color]);
  return Object.fromEntries(depths) as Record<string, string>;
}

function rules(palette: Palette): editor.ITokenThemeRule[] {
  return [
    { token: '', foreground: palette.text },
    { token: 'comment', foreground: palette.comment },
    { token: 'keyword', foreground: palette.keyword },
    { token: 'annotation', foreground: palette.keyword },
    { token: 'metatag', foreground: palette.keyword },
    { token: 'string', foreground: palette.string },
    { token: 'regexp', foreground: palette.string },
    { token: 'attribute.value', foreground: palette.string },
    { token: 'number', foreground: palette.number },
    { token: 'constant', foreground: palette.number },
    { token: 'attribute.name', foreground: palette.number },
    { token: 'type', foreground: palette.type },
    { token: 'tag', foreground: palette.tag },
    { token: 'delimiter', foreground: palette.text },
    { token: 'operator', foreground: palette.text },
    { token: 'variable', foreground: palette.text },
    { token: 'variable.predefined', foreground: palette.type },
    { token: 'invalid', foreground: palette.tag },
  ];
}

/** The page's code colours, which the editor wants as literals; index.css has the same values. */
export const lightTheme: editor.IStandaloneThemeData = {
  base: 'vs',
  inherit: true,
  rules: rules({
    text: '20262e',
    comment: '5f6b7a',
    keyword: '7c2fc4',
    string: '0b6b4b',
    number: '94480a',
    type: '0f5c9e',
    tag: 'a3203f',
  }),
  colors: {
    ...common,
    ...brackets('#20262e'),
    'editor.background': '#ffffff',
    'editor.foreground': '#20262e',
    'editorGutter.background': '#ffffff',
    'editorLineNumber.foreground': '#6a7482',
    'editorLineNumber.activeForeground': '#161a20',
    'editorCursor.foreground': '#3b5bdb',
    'editor.selectionBackground': '#cfd9fb',
    'editor.inactiveSelectionBackground': '#e4e9f8',
    'editor.wordHighlightBackground': '#e4e9f8',
    'editor.wordHighlightStrongBackground': '#dbe2f8',
    'editor.findMatchBackground': '#ffe08a',
    'editor.findMatchHighlightBackground': '#fff1c4',
    'editorIndentGuide.background1': '#e6eaef',
    'editorIndentGuide.activeBackground1': '#c3cad4',
    'editorWidget.background': '#ffffff',
    'editorWidget.border': '#dfe3e9',
    'editorHoverWidget.background': '#ffffff',
    'editorHoverWidget.border': '#c3cad4',
    'scrollbarSlider.background': '#8791a04d',
    'scrollbarSlider.hoverBackground': '#8791a080',
    focusBorder: '#3b5bdb',
  },
};

export const darkTheme: editor.IStandaloneThemeData = {
  base: 'vs-dark',
  inherit: true,
  rules: rules({
    text: 'dde3ea',
    comment: '8793a4',
    keyword: 'c3a6ff',
    string: '8ed3a8',
    number: 'efb07a',
    type: '7fc1fb',
    tag: 'ff9aa8',
  }),
  colors: {
    ...common,
    ...brackets('#dde3ea'),
    'editor.background': '#11151b',
    'editor.foreground': '#dde3ea',
    'editorGutter.background': '#11151b',
    'editorLineNumber.foreground': '#7f8a99',
    'editorLineNumber.activeForeground': '#e7ebf0',
    'editorCursor.foreground': '#91a9ff',
    'editor.selectionBackground': '#2c3c74',
    'editor.inactiveSelectionBackground': '#222c4a',
    'editor.wordHighlightBackground': '#263052',
    'editor.wordHighlightStrongBackground': '#2b3760',
    'editor.findMatchBackground': '#6b5413',
    'editor.findMatchHighlightBackground': '#473a14',
    'editorIndentGuide.background1': '#232a34',
    'editorIndentGuide.activeBackground1': '#3a4350',
    'editorWidget.background': '#191e26',
    'editorWidget.border': '#262d37',
    'editorHoverWidget.background': '#191e26',
    'editorHoverWidget.border': '#3a4350',
    'scrollbarSlider.background': '#6b768659',
    'scrollbarSlider.hoverBackground': '#6b768699',
    focusBorder: '#7f9bff',
  },
};

/** The same with black or white text on a pure ground, and with edges that can be seen. */
function withMoreContrast(
  theme: editor.IStandaloneThemeData,
  ground: string,
  text: string,
): editor.IStandaloneThemeData {
  const plain = text.slice(1);
  const own = new Set(['comment', 'keyword', 'string', 'number', 'type', 'tag']);
  return {
    ...theme,
    rules: theme.rules.map((rule) => ({
      ...rule,
      foreground: own.has(rule.token) ? rule.foreground : plain,
      fontStyle: rule.token === 'keyword' ? 'bold' : rule.fontStyle,
    })),
    colors: {
      ...theme.colors,
      ...brackets(text),
      'editor.background': ground,
      'editor.foreground': text,
      'editorGutter.background': ground,
      'editorLineNumber.foreground': text,
      'editorCursor.foreground': text,
      'editorWidget.background': ground,
      'editorWidget.border': text,
      'editorHoverWidget.background': ground,
      'editorHoverWidget.border': text,
    },
  };
}

export const lightContrastTheme = withMoreContrast(lightTheme, '#ffffff', '#000000');
export const darkContrastTheme = withMoreContrast(darkTheme, '#000000', '#ffffff');
