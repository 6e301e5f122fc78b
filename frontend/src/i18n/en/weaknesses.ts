/** What each weakness is called and what it leads to; ids are those of the public catalogue (CWE). */
export const weaknesses: Readonly<Record<string, { readonly name: string; readonly harm: string }>> = {
  'CWE-20': {
    name: 'Improper input validation',
    harm: 'Input of another shape than expected reaches code that relies on that shape.',
  },
  'CWE-22': {
    name: 'Path traversal',
    harm: 'Whoever controls the path can read or overwrite files outside the intended folder.',
  },
  'CWE-77': {
    name: 'Command injection',
    harm: 'Whoever controls the text can run commands of their own on the server.',
  },
  'CWE-78': {
    name: 'OS command injection',
    harm: 'Whoever controls the text can run shell commands with the rights of this program.',
  },
  'CWE-79': {
    name: 'Cross-site scripting',
    harm: 'Script from an attacker runs in the browsers of other people, with their sessions.',
  },
  'CWE-89': {
    name: 'SQL injection',
    harm: 'Whoever controls the text can read, change or delete what the database account may reach.',
  },
  'CWE-90': {
    name: 'LDAP injection',
    harm: 'Whoever controls the text can change what the directory is asked, and so who is let in.',
  },
  'CWE-93': {
    name: 'CRLF injection',
    harm: 'A line break in the text adds headers or entries that the program never wrote.',
  },
  'CWE-94': {
    name: 'Code injection',
    harm: 'Text from outside is run as code with all rights of this program.',
  },
  'CWE-95': {
    name: 'Evaluated input',
    harm: 'Text from outside is run as code with all rights of this program.',
  },
  'CWE-113': {
    name: 'HTTP response splitting',
    harm: 'A line break in the value adds headers to the answer, or a second answer.',
  },
  'CWE-204': {
    name: 'Observable response discrepancy',
    harm: 'Differing answers tell an attacker which accounts or objects exist.',
  },
  'CWE-208': {
    name: 'Timing discrepancy',
    harm: 'The time a comparison takes gives the secret away piece by piece.',
  },
  'CWE-259': {
    name: 'Hard-coded password',
    harm: 'Everyone who can read the code, or its history, has the password; it cannot be changed without a release.',
  },
  'CWE-295': {
    name: 'Certificate not validated',
    harm: 'Anybody on the network path can pose as the other side, and read and change what is sent.',
  },
  'CWE-297': {
    name: 'Host name not checked',
    harm: 'A certificate of any other host is accepted, so anybody on the path can pose as this one.',
  },
  'CWE-321': {
    name: 'Hard-coded key',
    harm: 'Everyone who can read the code can decrypt or sign with this key.',
  },
  'CWE-326': { name: 'Weak encryption strength', harm: 'The key is short enough to be found by trying.' },
  'CWE-327': {
    name: 'Broken or risky cryptography',
    harm: 'The algorithm has known attacks: what it protects can be read or forged.',
  },
  'CWE-328': {
    name: 'Weak hash',
    harm: 'Other content with the same hash can be made, and passwords behind it can be guessed quickly.',
  },
  'CWE-330': { name: 'Not random enough', harm: 'Values that must not be guessed can be predicted.' },
  'CWE-338': {
    name: 'Weak random generator',
    harm: 'Tokens or codes made with it can be predicted from earlier ones.',
  },
  'CWE-347': { name: 'Signature not verified', harm: 'Forged data is taken for genuine.' },
  'CWE-352': {
    name: 'Cross-site request forgery',
    harm: 'Another site can make a signed-in browser send this request.',
  },
  'CWE-377': {
    name: 'Insecure temporary file',
    harm: 'Another user of the machine can read, replace or predict the file.',
  },
  'CWE-400': {
    name: 'Uncontrolled resource use',
    harm: 'A single request can use up memory, time or connections for everybody.',
  },
  'CWE-502': {
    name: 'Unsafe deserialization',
    harm: 'Crafted data creates objects of the attacker’s choice, often ending in running their code.',
  },
  'CWE-521': {
    name: 'Weak password rules',
    harm: 'Accounts can be opened with passwords that are quickly guessed.',
  },
  'CWE-522': {
    name: 'Poorly protected credentials',
    harm: 'Credentials can be picked up where they are stored or sent.',
  },
  'CWE-564': {
    name: 'SQL injection through an ORM',
    harm: 'Whoever controls the text can change the query, as with plain SQL.',
  },
  'CWE-601': { name: 'Open redirect', harm: 'A link to this site can send people on to an attacker’s page.' },
  'CWE-611': {
    name: 'XML external entities',
    harm: 'A crafted document makes the parser read local files or call other servers.',
  },
  'CWE-614': {
    name: 'Cookie without Secure',
    harm: 'The cookie is also sent over unencrypted connections, where it can be read.',
  },
  'CWE-639': {
    name: 'Access by guessed id',
    harm: 'A person can reach another person’s data by changing an id.',
  },
  'CWE-643': {
    name: 'XPath injection',
    harm: 'Whoever controls the text can change what is selected from the document.',
  },
  'CWE-732': { name: 'Wrong permissions', harm: 'Other users of the machine can read or change the file.' },
  'CWE-770': {
    name: 'No limit on resources',
    harm: 'A single client can use up memory, time or connections for everybody.',
  },
  'CWE-776': { name: 'Entity expansion', harm: 'A small crafted document grows until memory runs out.' },
  'CWE-798': {
    name: 'Hard-coded credentials',
    harm: 'Everyone who can read the code, or its history, can use them; they cannot be changed without a release.',
  },
  'CWE-862': {
    name: 'Missing authorization',
    harm: 'Whoever finds the address can do this, signed in or not.',
  },
  'CWE-916': {
    name: 'Password hash too cheap',
    harm: 'Stolen hashes can be turned back into passwords at billions of guesses a second.',
  },
  'CWE-918': {
    name: 'Server-side request forgery',
    harm: 'An attacker can make the server call internal addresses that they cannot reach themselves.',
  },
  'CWE-942': {
    name: 'Permissive cross-origin policy',
    harm: 'Pages of other sites can read answers that are meant for this one.',
  },
  'CWE-943': {
    name: 'Injection into a data query',
    harm: 'Whoever controls the value can change what is selected.',
  },
  'CWE-1004': {
    name: 'Cookie readable by script',
    harm: 'A single script injection is enough to take the session.',
  },
  'CWE-1333': {
    name: 'Regular expression that can stall',
    harm: 'A crafted text keeps the expression busy for seconds or hours.',
  },
  'CWE-1336': {
    name: 'Template injection',
    harm: 'Text from outside is run by the template engine, often ending in running code.',
  },
};
