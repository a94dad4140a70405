import { isSensitiveColumn, sensitiveKind } from './sensitive-columns.js';

describe('columns with sensitive personal data are recognised by their names', () => {
  it.each([
    ['Birthdate', 'BIRTH'],
    ['BIRTHDATE', 'BIRTH'],
    ['PersonBirthdate', 'BIRTH'],
    ['DATEOFBIRTH__C', 'BIRTH'],
    ['Date_of_Birth__c', 'BIRTH'],
    ['contact.dob', 'BIRTH'],
    ['Geburtsdatum', 'BIRTH'],
    ['Date de naissance', 'BIRTH'],
    ['Fecha de Nacimiento', 'BIRTH'],
    ['Fødselsdato', 'BIRTH'],
    ['Födelsedatum', 'BIRTH'],
    ['生年月日', 'BIRTH'],
    ['GenderIdentity', 'GENDER'],
    ['Sex', 'GENDER'],
    ['Geschlecht', 'GENDER'],
    ['Género', 'GENDER'],
    ['sexe', 'GENDER'],
    ['marital_status', 'FAMILY'],
    ['MARITALSTATUS__C', 'FAMILY'],
    ['Familienstand', 'FAMILY'],
    ['Number of Children', 'FAMILY'],
    ['SpouseName', 'FAMILY'],
    ['Religion', 'RELIGION'],
    ['Religionszugehörigkeit', 'RELIGION'],
    ['Race', 'ORIGIN'],
    ['Ethnicity__pc', 'ORIGIN'],
    ['Staatsangehörigkeit', 'ORIGIN'],
    ['Health_Notes__c', 'HEALTH'],
    ['Disability Status', 'HEALTH'],
    ['Blutgruppe', 'HEALTH'],
    ['sexual_orientation', 'SEXUALITY'],
    ['Political party', 'POLITICS'],
    ['Trade Union Membership', 'UNION'],
    ['SSN__c', 'IDENTITY_NUMBER'],
    ['PassportNumber', 'IDENTITY_NUMBER'],
    ['Steuer-ID', 'IDENTITY_NUMBER'],
    ['Salary', 'PAY'],
  ])('%s: %s', (column, kind) => {
    expect(sensitiveKind(column)).toBe(kind);
  });

  it.each(
    [
      'Sussex Office, Essex, Middlesex County, Trace, TraceId, Race_Track, Brace, Status, Title, Salutation, Unisex',
      'European Union, Credit Union, Account Health, HealthScore, Health insurance plan tier, Healthcare, HealthTech',
      'Gender_Neutral_Toilets, Company Tax ID, Birthplace Plant, Reborn, Kindergarten, Medical Devices, Stage, Age',
      'Created Date, Department, Level__c, Rating, SLASerialNumber__c, Favorite Color, churn_flag, Political Risk',
      'Sexton, Kontakt, Organisation, 123',
    ].flatMap((line) => line.split(', ')),
  )('%j is none', (column) => {
    expect(isSensitiveColumn(column)).toBe(false);
  });
});
