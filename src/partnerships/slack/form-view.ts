import type { ModalView } from '@slack/types';
import type { Member } from '../../members/member.ts';
import { choiceInput, header, modal, peopleInput, section, textInput } from '../../slack/blocks.ts';
import { type Organization, type Partnership, presentOrganizations } from '../partnership.ts';
import { PARTNERSHIPS } from './ids.ts';

const SECTORS = [
  { value: 'public', text: 'Public' },
  { value: 'nonprofit', text: 'Nonprofit' },
  { value: 'private', text: 'Private' },
] as const;

export function setupForm(
  partnership: Partnership,
  own: Organization,
  members: readonly Member[],
): ModalView {
  const people = members.filter((one) => one.organizationId === own.id);
  const ids = (some: readonly Member[]) => some.map((one) => one.slackUserId);
  return modal({
    id: PARTNERSHIPS.setup,
    title: 'Set up',
    submit: 'Save',
    about: partnership.channelIds[0] ?? '',
    blocks: [
      header('The partnership'),
      textInput({ block: 'name', label: 'Name', initial: partnership.name, limit: 80 }),
      textInput({
        block: 'purpose',
        label: 'What it is for',
        initial: partnership.purpose,
        isOptional: true,
        limit: 300,
      }),
      header('Your organization'),
      textInput({
        block: 'orgName',
        label: 'Name of the organization',
        initial: own.name,
        limit: 80,
      }),
      textInput({
        block: 'shortName',
        label: 'Short name',
        initial: own.shortName,
        hint: 'How the others call you in a sentence.',
        limit: 40,
      }),
      choiceInput({
        block: 'sector',
        label: 'Sector',
        choices: SECTORS,
        initial: own.sector,
        isOptional: true,
      }),
      textInput({
        block: 'timeZone',
        label: 'Time zone',
        initial: own.timeZone,
        placeholder: 'America/Chicago',
        hint: 'A city of your zone: working days are counted there.',
        limit: 60,
      }),
      textInput({
        block: 'emailDomains',
        label: 'E-mail domains of its guests',
        initial: own.emailDomains.join(', '),
        hint: 'Guests of a workspace with such an address belong to your organization by themselves.',
        placeholder: 'lantern.example, clinic.example',
        isOptional: true,
        limit: 1_000,
      }),
      header('Your people'),
      peopleInput({
        block: 'coordinators',
        label: 'Coordinators',
        initial: ids(people.filter((one) => one.coordinator)),
        hint: 'They look after the partnership for your organization.',
        isOptional: true,
      }),
      peopleInput({
        block: 'representatives',
        label: 'Representatives',
        initial: ids(people.filter((one) => one.representative)),
        hint: 'They speak for your organization. While none is named, everybody may.',
        isOptional: true,
      }),
    ],
  });
}

export function guestForm(partnership: Partnership): ModalView {
  const organizations = presentOrganizations(partnership).map(({ id, name }) => ({
    value: id,
    text: name,
  }));
  return modal({
    id: PARTNERSHIPS.guest,
    title: 'Assign a guest',
    submit: 'Assign',
    about: partnership.channelIds[0] ?? '',
    blocks: [
      section('Slack doesn’t say which organization a guest of a workspace works for.'),
      peopleInput({ block: 'person', label: 'Guest', isSingle: true }),
      choiceInput({
        block: 'organization',
        label: 'Works for',
        choices: organizations,
        isOptional: true,
      }),
      textInput({
        block: 'newOrganization',
        label: 'Or an organization that is not in the list',
        isOptional: true,
        limit: 80,
      }),
      textInput({
        block: 'emailDomains',
        label: 'Everybody with this e-mail domain',
        hint: 'Such as lantern.example: its guests are then assigned by themselves.',
        isOptional: true,
        limit: 200,
      }),
    ],
  });
}
