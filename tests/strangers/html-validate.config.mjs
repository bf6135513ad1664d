export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // The framework closes some void elements and leaves others open. The standard allows both and they mean the same.
    'void-style': 'off',
    // What a template leaves at the ends of lines is seen by nobody.
    'no-trailing-whitespace': 'off',
    // Forms without a button stand hidden, so that what was posted to them before the page changed still finds them and is refused with a sentence.
    'wcag/h32': 'off',
  },
};
