/** A browser's file picker as a promise. */

/** Nothing when the person turned back. */
export const pickFile = (accept: string): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.style.display = 'none'
    const settle = () => {
      resolve(input.files?.[0])
      input.remove()
    }
    input.addEventListener('change', settle)
    input.addEventListener('cancel', settle)
    document.body.appendChild(input)
    input.click()
  })
