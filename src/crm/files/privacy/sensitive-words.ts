/** Kinds of personal data that are never stored, named in the report on what was left out. */
export type SensitiveKind =
  | 'BIRTH'
  | 'GENDER'
  | 'FAMILY'
  | 'RELIGION'
  | 'ORIGIN'
  | 'HEALTH'
  | 'SEXUALITY'
  | 'POLITICS'
  | 'UNION'
  | 'IDENTITY_NUMBER'
  | 'CRIMINAL_RECORD'
  | 'BIOMETRIC'
  | 'PAY';

/** Words that, one after the other in a column's name, show what it holds. */
export interface SensitiveTerm {
  readonly kind: SensitiveKind;
  /** Lower case, without accents, separated by spaces. A star ends a word that may go on. */
  readonly phrase: string;
  /** Words whose presence shows that no person is meant. */
  readonly unless?: readonly string[];
}

function terms(kind: SensitiveKind, phrases: string, unless?: string): SensitiveTerm[] {
  return phrases.split(',').map((phrase) => ({ kind, phrase: phrase.trim(), unless: unless?.split(' ') }));
}

/** Facilities, things and companies have these attributes too. */
const NO_PERSON = 'account company customer client project system product plant site machine';

/**
 * The special categories of article 9 GDPR and what comes close to them (birth, gender, family, identity papers, pay), in
 * English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish, Russian, Chinese, Japanese.
 */
export const SENSITIVE_TERMS: readonly SensitiveTerm[] = [
  ...terms(
    'BIRTH',
    'birthday, birthdate, birth date, date of birth, dob, birth day, birth month, birth year, year of birth, born on, born',
  ),
  ...terms('BIRTH', 'place of birth, birthplace, birth place, country of birth, birth country', NO_PERSON),
  ...terms(
    'BIRTH',
    'geburts*, date de naissance, naissance, lieu de naissance, fecha de nacimiento, nacimiento, cumpleanos',
  ),
  ...terms('BIRTH', 'data di nascita, nascita, compleanno, data de nascimento, nascimento, aniversario'),
  ...terms(
    'BIRTH',
    'geboorte*, fodelse*, fodsels*, fodsel*, syntymaaika, data urodzenia, urodziny, дата рождения, день рождения',
  ),
  ...terms('BIRTH', '生日, 出生日期, 生年月日, 誕生日'),
  ...terms('GENDER', 'gender, sex', 'neutral toilets facilities ratio'),
  ...terms('GENDER', 'geschlecht, sexe, sexo, genero, sesso, genere, geslacht, kon, kjonn, plec, pronouns'),
  ...terms('GENDER', 'пол, 性别, 性別'),
  ...terms(
    'FAMILY',
    'marital status, marital, marriage, married, civil status, family status, spouse*, husband, wife, maiden name',
  ),
  ...terms(
    'FAMILY',
    'wedding anniversary, children, number of children, kids, dependents, dependants',
    'clothing education hospital products',
  ),
  ...terms(
    'FAMILY',
    'familienstand, zivilstand, personenstand, ehepartner*, ehegatte*, ehefrau, ehemann, kinder, anzahl kinder',
  ),
  ...terms(
    'FAMILY',
    'situation familiale, etat civil, etat matrimonial, conjoint*, enfants, estado civil, conyuge, hijos',
  ),
  ...terms(
    'FAMILY',
    'stato civile, coniuge, figli, conjuge, filhos, burgerlijke staat, civilstand, sivilstatus, civilstatus, stan cywilny',
  ),
  ...terms('FAMILY', 'семейное положение, 婚姻状况, 婚姻, 配偶者'),
  ...terms('RELIGION', 'religion, religious, faith, church member*, denomination, creed', 'good'),
  ...terms(
    'RELIGION',
    'religions*, konfession, glaube, confession religieuse, religieux, religiosa, religione, religiao, religie, uskonto, wyznanie, религия, 宗教',
  ),
  ...terms('ORIGIN', 'race, racial', 'track condition horse car day results'),
  ...terms(
    'ORIGIN',
    'ethnicity, ethnic*, ethnie, etnia, ethnisch*, etnisk*, skin colour, skin color, hautfarbe, nationality, citizenship',
  ),
  ...terms(
    'ORIGIN',
    'nationalitat, staatsangehorigkeit, staatsburgerschaft, nationalite, nacionalidad, nazionalita, nacionalidade, nationaliteit, 国籍, 民族',
  ),
  ...terms(
    'HEALTH',
    'health',
    `${NO_PERSON} score index grade relationship industry insurance insurer tech technology care plan pipeline deal safety department it ministry services`,
  ),
  ...terms(
    'HEALTH',
    'medical, diagnosis, diagnose, illness, disease, sickness, sick leave, allergies, allergy',
    'industry device devices equipment supplies center centre director department',
  ),
  ...terms(
    'HEALTH',
    'disability, disabilities, disabled person, handicap, blood type, blood group, pregnancy, pregnant, mental health, therapy',
  ),
  ...terms(
    'HEALTH',
    'dietary requirements, dietary restrictions, dietary, covid*, vaccination*, vaccinated, impf*',
  ),
  ...terms(
    'HEALTH',
    'gesundheits*, gesundheit, krankheit*, krankenstand, behinderung, behinderungsgrad, schwerbehinder*, blutgruppe, schwanger*',
  ),
  ...terms(
    'HEALTH',
    'sante, etat de sante, maladie, salud, enfermedad, discapacidad, salute, malattia, disabilita, saude, doenca, gezondheid, ziekte, halsa, zdrowie, здоровье, 健康',
  ),
  ...terms(
    'SEXUALITY',
    'sexual orientation, sexual preference, sexuality, sexual*, sexuelle orientierung, orientation sexuelle, orientacion sexual, orientamento sessuale, orientacao sexual, 性取向',
  ),
  ...terms(
    'POLITICS',
    'political*, politics, party membership, party affiliation, voter registration, politische*, parteizugehorigkeit, opinion politique, opinions politiques, afiliacion politica',
    'region risk',
  ),
  ...terms(
    'UNION',
    'trade union, labor union, labour union, union member*, gewerkschaft*, syndicat, appartenance syndicale, sindicato, afiliacion sindical, sindacato, vakbond, fackforening',
  ),
  ...terms(
    'IDENTITY_NUMBER',
    'ssn, social security, social security number, national id, national identity, national identifier, national insurance number, nino, identity card, id card number, personal id',
  ),
  ...terms(
    'IDENTITY_NUMBER',
    'passport, passport number, passport no, drivers license, driver license, driving licence, driver licence',
    'service program office',
  ),
  ...terms(
    'IDENTITY_NUMBER',
    'tax id, tax identification number, taxpayer id',
    `${NO_PERSON} business vat organisation organization supplier vendor`,
  ),
  ...terms(
    'IDENTITY_NUMBER',
    'sozialversicherung*, steuer id, steueridentifikationsnummer, steuernummer, personalausweis*, reisepass*, passnummer, numero de securite sociale, securite sociale, passeport',
  ),
  ...terms(
    'IDENTITY_NUMBER',
    'dni, nif, curp, pasaporte, codice fiscale, passaporto, cpf, passaporte, bsn, burgerservicenummer, personnummer, pesel, паспорт, 身份证, 身份证号, マイナンバー',
  ),
  ...terms(
    'CRIMINAL_RECORD',
    'criminal record, criminal history, convictions, vorstrafen, casier judiciaire, antecedentes penales',
  ),
  ...terms(
    'BIOMETRIC',
    'biometric*, fingerprint, fingerprints, genetic*, dna',
    'device devices industry sequencing',
  ),
  ...terms(
    'PAY',
    'salary, wage, wages, gehalt, lohn, salaire, salario, stipendio, pensja',
    'software survey provider',
  ),
];
