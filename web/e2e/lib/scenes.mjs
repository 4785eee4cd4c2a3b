// Beginnings that several stories share.

/** A resident writes to the deputy 李样本 and signs in for it; the number in the message's address. */
export async function sendMessage(resident, { what, ask }) {
  const { person } = resident
  await person.open('/m/#/pages/write/write?deputy=D9RATC')
  await person.sees('field-where')
  await resident.fill('where', '三塘镇示例路')
  await resident.fill('what', what)
  await resident.fill('ask', ask)
  if (!(await person.part('add-photo').count())) {
    await person.press('photos-sign-in')
    await resident.signIn('19488880001')
    await person.sees('add-photo')
  }
  await person.part('check-agree').check()
  await person.press('send')
  await person.sees('receipt')
  await person.press('see-message')
  await person.sees('status')
  return Number(/message\?id=(\d+)/.exec(person.page.url())[1])
}
