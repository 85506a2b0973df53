/** Whether digits pass Luhn's check (ISO/IEC 7812-1, annex B). The Italian VAT number uses it too. */
export const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits !== '' && /[1-9]/.test(digits) && sum % 10 === 0;
};
